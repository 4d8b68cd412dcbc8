import { Buffer } from 'node:buffer'
import { crc32 } from 'node:zlib'

/**
 * For tests: a gzip file that opens to itself, byte for byte, and so for ever.
 *
 * Every block is five bytes long: `L n` is a block that holds n bytes as they are, `R n` one that repeats the last n bytes.
 * Between head P and tail S (n and m bytes long) stand, and give,
 *
 * > | L n+5  P  L n+5           →  P  L n+5
 *   | R n+5                     →  P  L n+5
 *   | L 5  R n+5                →  R n+5
 *   | L 5  L 5                  →  L 5
 *   | L 20  R n+5  L 5  L 5  L 20    and so on
 *
 * Source: Russ Cox, "Zip Files All The Way Down" (2010).
 */
export function inventedQuine(): Buffer {
  for (let time = 0; ; time++) {
    const written = (sum: number) => write(headOf(time), sum)
    const sum = findOwnSum(sum => crc32(written(sum)))
    if (sum !== null) return written(sum)
  }
}

/** 15 bytes: the head of a gzip file with a name of four letters. `time` is its date, which says nothing. */
function headOf(time: number): Buffer {
  const head = Buffer.from('\x1f\x8b\x08\x08\0\0\0\0\0\xffself\0', 'latin1')
  head.writeUInt32LE(time, 4)
  return head
}

function write(head: Buffer, sum: number): Buffer {
  const build = (bytes: number) => {
    const tail = Buffer.alloc(13)
    held(0).copy(tail)
    tail[0] = 1
    tail.writeUInt32LE(sum, 5)
    tail.writeUInt32LE(bytes, 9)
    const [first, last] = [head.length + 5, tail.length + 5]
    return Buffer.concat([
      head,
      ...[held(first), head, held(first)],
      ...[repeated(first), held(5), repeated(first), held(5), held(5)],
      ...[held(20), repeated(first), held(5), held(5), held(20)],
      ...[repeated(20), held(20), repeated(20), held(20), repeated(20), held(20)],
      ...[repeated(20), held(20), repeated(20), held(0), held(0), held(last)],
      ...[repeated(20), held(0), held(0)],
      ...[held(last), repeated(last), tail],
      ...[repeated(last), tail],
    ])
  }
  return build(build(0).length)
}

/** The beginning of a block of so many bytes that are held as they are. */
function held(length: number): Buffer {
  const block = Buffer.alloc(5)
  block.writeUInt16LE(length, 1)
  block.writeUInt16LE(0xffff - length, 3)
  return block
}

/**
 * A block that repeats the last 17 to 20 bytes, in two steps of up to ten: 3 bits for the kind of block, twice 7 for the
 * length and 5 and 3 for the distance, 7 for the end of the block.
 */
function repeated(length: number): Buffer {
  let bits = '010'
  for (const part of [Math.floor(length / 2), Math.ceil(length / 2)]) {
    bits += (part - 2).toString(2).padStart(7, '0')
    bits += '01000'
    bits += [...(length - 17).toString(2).padStart(3, '0')].toReversed().join('')
  }
  bits += '0000000'
  const block = Buffer.alloc(5)
  for (const [at, bit] of [...bits].entries())
    block[at >> 3] = (block[at >> 3] ?? 0) | (Number(bit) << (at & 7))
  return block
}

/**
 * The checksum that is its own: `sumOf` tells the checksum of a file that says a given one. Every bit of what it says flips
 * the same bits of what it gives, so this is 32 equations of 32 unknown bits; null when they have no solution.
 */
function findOwnSum(sumOf: (sum: number) => number): number | null {
  const base = sumOf(0)
  const flips = Array.from({ length: 32 }, (_, bit) => sumOf((1 << bit) >>> 0) ^ base ^ (1 << bit))
  // Row r: which bits flip bit r of "what it gives, and what it says", and whether that is to be flipped.
  const rows = Array.from({ length: 32 }, (_, row) => ({
    of: flips.reduce((of, flip, bit) => (of | (((flip >>> row) & 1) << bit)) >>> 0, 0),
    is: (base >>> row) & 1,
  }))
  const solved: { bit: number; row: { of: number; is: number } }[] = []
  for (let bit = 0; bit < 32; bit++) {
    const at = rows.findIndex(row => (row.of >>> bit) & 1)
    const [row] = at < 0 ? [] : rows.splice(at, 1)
    if (row === undefined) continue
    for (const other of [...rows, ...solved.map(one => one.row)])
      if ((other.of >>> bit) & 1) {
        other.of = (other.of ^ row.of) >>> 0
        other.is ^= row.is
      }
    solved.push({ bit, row })
  }
  if (rows.some(row => row.is === 1)) return null
  return solved.reduce((sum, { bit, row }) => (sum | (row.is << bit)) >>> 0, 0)
}
