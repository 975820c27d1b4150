package org.innkeeper.core.error;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why reading or writing failed, in words: the message of many exceptions is the mere path, or nothing at all. */
public final class IoReason {
    private IoReason() {}

    /** A reason that can follow a colon in a message; never empty, and it does not name the file. */
    public static String of(IOException cause) {
        if (cause instanceof FileSystemException detail) {
            return ofFile(detail);
        }
        if (cause instanceof ClosedChannelException) {
            return "it is closed";
        }
        if (cause instanceof CharacterCodingException) {
            return "it is no text in UTF-8";
        }
        String message = cause.getMessage();
        if (message == null || message.isBlank()) {
            return cause instanceof EOFException ? "it ends too early" : "input or output failed";
        }
        return message;
    }

    private static String ofFile(FileSystemException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof NoSuchFileException) {
            return "there is no such file or directory";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "a file of that name is there already";
        }
        if (cause instanceof DirectoryNotEmptyException) {
            return "the directory is not empty";
        }
        if (cause instanceof NotDirectoryException) {
            return "it is not a directory";
        }
        return cause.getReason() == null ? "the system refused it" : cause.getReason();
    }
}
