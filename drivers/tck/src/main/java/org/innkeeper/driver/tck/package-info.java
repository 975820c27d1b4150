/**
 * The contract every driver must keep, one abstract test class for each facet. A driver extends those of the facets it has
 * and gives them a {@link org.innkeeper.driver.tck.DriverFixture}; what the fixture does not declare must be absent.
 */
package org.innkeeper.driver.tck;
