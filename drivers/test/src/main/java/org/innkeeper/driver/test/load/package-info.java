/** Load of guests that looks real and can be computed for any moment: waves, and the counters made of them. */
package org.innkeeper.driver.test.load;
