import { Buffer } from 'node:buffer'

/** An exhibit that is larger is packed while it comes; what is smaller is read as it is. In bytes. */
export const packedFrom = 8 * 1024 * 1024
/** Where a submission has its exhibit at the latest: behind its header and the form itself. */
export const exhibitWithin = 1024 * 1024

/** > <assetData xmlns="…   <ns:assetData */
export const openingTag = /<(?:\w{1,20}:)?assetData[\s>]/

/** Whether the first bytes of a file are those of a loan-level exhibit, or of a submission that holds one. */
export function looksLikeExhibit(head: Uint8Array): boolean {
  const { buffer, byteOffset, byteLength } = head
  return openingTag.test(
    Buffer.from(buffer, byteOffset, Math.min(byteLength, exhibitWithin)).toString('latin1'),
  )
}
