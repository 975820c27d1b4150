package org.innkeeper.driver.xen.xenstore;

/** The store within a transaction: what is changed is seen by others only once it ends, and then all at once. */
public final class StoreTransaction extends StoreView {
    StoreTransaction(StoreRequests requests, int number) {
        super(requests, number);
    }
}
