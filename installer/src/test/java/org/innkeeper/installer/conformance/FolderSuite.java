package org.innkeeper.installer.conformance;

/** The measures over one folder of the corpora. */
interface FolderSuite {
    /** The folder's name; the suite is run where the corpora have it. */
    String folder();

    void run(Corpora corpora, Report report) throws Exception;
}
