/** What a reader hands over: files, and from a drop also folders, which are opened later. */
export type Handed = File | FileSystemEntry
