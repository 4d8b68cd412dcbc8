/** What a reader hands over: files, and from a drop also folders, which are opened later. */
export type Handed = File | FileSystemEntry

/** What stands in the place of a file: an accession number or an address, from where the server fetches the filing. */
export type Address = { address: string }
