import type { ColumnParts } from './column.ts'

/**
 * How columns are written: all first bytes of its numbers, then all second ones, and so on, for the bytes of like numbers are
 * like each other and pack well. A column begins with the bytes a number takes: 4 where all are whole and small, else 8; words follow
 * as JSON.
 *
 * > 4 | first bytes … | second bytes … | third … | fourth … | ["CA","TX"]
 */

const wholeBytes = 4
const floatBytes = 8
/** Stands for no value among whole numbers. */
const none = -(2 ** 31)
const largest = 2 ** 31 - 1

/** > a1 a2 b1 b2 → a1 b1 a2 b2, numbers of a width. */
function toPlanes(bytes: Uint8Array, width: number): Uint8Array {
  const rows = bytes.length / width
  const planes = new Uint8Array(bytes.length)
  for (let row = 0; row < rows; row++)
    for (let plane = 0; plane < width; plane++) planes[plane * rows + row] = bytes[row * width + plane] ?? 0
  return planes
}

function fromPlanes(planes: Uint8Array, width: number): Uint8Array<ArrayBuffer> {
  const rows = planes.length / width
  const bytes = new Uint8Array(planes.length)
  for (let plane = 0; plane < width; plane++)
    for (let row = 0; row < rows; row++) bytes[row * width + plane] = planes[plane * rows + row] ?? 0
  return bytes
}

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView) =>
  new Uint8Array(buffer, byteOffset, byteLength)

const isWhole = (number: number) =>
  Number.isNaN(number) || (Number.isInteger(number) && Math.abs(number) <= largest && !Object.is(number, -0))

export function packParts({ numbers, words }: ColumnParts): Uint8Array {
  const areWhole = numbers.every(isWhole)
  const kept = areWhole ? Int32Array.from(numbers, one => (Number.isNaN(one) ? none : one)) : numbers
  const width = areWhole ? wholeBytes : floatBytes
  const text = words.length > 0 ? JSON.stringify(words) : ''
  return Buffer.concat([Uint8Array.of(width), toPlanes(bytesOf(kept), width), Buffer.from(text)])
}

/** By a loop: a column of a hundred thousand rows takes `Float64Array.from` twenty times as long. */
function openWhole(kept: Int32Array): Float64Array<ArrayBuffer> {
  const numbers = new Float64Array(kept.length)
  for (let row = 0; row < kept.length; row++) {
    const one = kept[row] ?? none
    numbers[row] = one === none ? Number.NaN : one
  }
  return numbers
}

/** The column of so many rows that was packed. */
export function openParts(packed: Uint8Array, rows: number): ColumnParts {
  const width = packed[0] ?? floatBytes
  const end = 1 + rows * width
  const { buffer } = fromPlanes(packed.subarray(1, end), width)
  const text = Buffer.from(packed.subarray(end)).toString()
  const numbers = width === floatBytes ? new Float64Array(buffer) : openWhole(new Int32Array(buffer))
  return { numbers, words: text === '' ? [] : (JSON.parse(text) as string[]) }
}

/** Lines, 0 for none, each as how far it is behind where its row begins, or there: of the same field in every row mostly as far. */
export function packLines(lines: Uint32Array, from: Uint32Array): Uint8Array {
  return toPlanes(
    bytesOf(lines.map((line, row) => (line === 0 ? 0 : line - (from[row] ?? 0) + 1))),
    wholeBytes,
  )
}

export function openLines(packed: Uint8Array, from: Uint32Array): Uint32Array {
  const apart = new Uint32Array(fromPlanes(packed, wholeBytes).buffer)
  return apart.map((line, row) => (line === 0 ? 0 : line + (from[row] ?? 0) - 1))
}

/** Numbers that rise, each as what it is more than the one before. */
export function packRising(numbers: Uint32Array): Uint8Array {
  return toPlanes(bytesOf(numbers.map((one, index) => one - (numbers[index - 1] ?? 0))), wholeBytes)
}

export function openRising(packed: Uint8Array): Uint32Array {
  const rising = new Uint32Array(fromPlanes(packed, wholeBytes).buffer)
  for (let index = 1; index < rising.length; index++)
    rising[index] = (rising[index] ?? 0) + (rising[index - 1] ?? 0)
  return rising
}
