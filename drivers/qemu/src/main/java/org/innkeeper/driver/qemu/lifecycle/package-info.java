/**
 * Guests and what happens to them: how one is defined, started, watched, ended and found again. Changes of one guest
 * happen one at a time under its job lock; readers take an immutable view and never wait.
 */
package org.innkeeper.driver.qemu.lifecycle;
