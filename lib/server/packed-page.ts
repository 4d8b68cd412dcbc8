import { constants, crc32, deflateRawSync } from 'node:zlib'
import type { PageTemplate } from './page-template.ts'

/**
 * A page that is served many times, gzipped once. Each piece is deflated on its own and ends on a whole byte, so pieces
 * can follow each other with the texts of the slots between them, stored as they are:
 *
 * > header, piece, [stored: nonce], piece, [stored: origin], piece, …, end, checksum, length
 *
 * Source: RFC 1951 (3.2.4 stored blocks), RFC 1952.
 */
export type PackedPage = readonly Buffer[]

const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255])
/** A last block without anything in it. */
const end = Buffer.from([0x03, 0x00])

/** The deflated pieces of a page, in order. */
export function packPage({ pieces }: PageTemplate): PackedPage {
  const options = { level: 9, finishFlush: constants.Z_FULL_FLUSH }
  return pieces.map(piece => (piece.length > 0 ? deflateRawSync(piece, options) : piece))
}

/**
 * The gzipped page with a text in every slot, as buffers to be sent one after the other. `plain` are the same page's
 * bytes as `fillPage` gives them: a piece, then its slot's text where it has one.
 */
export function fillPacked(
  { pieces, slots }: PageTemplate,
  packed: PackedPage,
  plain: readonly Buffer[],
): Buffer[] {
  const sent: Buffer[] = [header]
  let at = 0
  for (const order of pieces.keys()) {
    sent.push(packed[order] ?? Buffer.alloc(0))
    at += 1
    const text = slots[order] === undefined ? undefined : plain[at++]
    if (text && text.length > 0) sent.push(storedHead(text.length), text)
  }
  sent.push(end, trailer(plain))
  return sent
}

/** The head of a stored block: its length, and the same with every bit turned. A slot's text is far below 65,536 bytes. */
function storedHead(length: number): Buffer {
  const head = Buffer.alloc(5)
  head.writeUInt16LE(length, 1)
  head.writeUInt16LE(length ^ 0xffff, 3)
  return head
}

function trailer(plain: readonly Buffer[]): Buffer {
  const tail = Buffer.alloc(8)
  tail.writeUInt32LE(
    plain.reduce((sum, part) => crc32(part, sum), 0),
    0,
  )
  tail.writeUInt32LE(plain.reduce((sum, part) => sum + part.length, 0) % 2 ** 32, 4)
  return tail
}
