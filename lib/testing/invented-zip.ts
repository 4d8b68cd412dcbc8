import { Buffer } from 'node:buffer'
import { crc32, deflateRawSync } from 'node:zlib'

/** For tests: an entry of a zip, and what its header says where that is not the truth. */
export type InventedEntry = {
  name: string
  content?: string | Uint8Array
  /** The data as it stands in the file, in place of the deflated content. */
  packed?: Uint8Array
  stored?: boolean
  flags?: number
  method?: number
  size?: number
  packedSize?: number
  crc?: number
  /** Where the directory says that its header lies; nothing of it is written then but its place in the directory. */
  headerAt?: number
  /** Of the directory alone. */
  extra?: Uint8Array
  comment?: string
  /** Sizes and checksum are written behind the data, as packers do that write to a pipe; in the header they are 0. */
  toldAfter?: Partial<Told>
}

type Told = { crc: number; packedSize: number; size: number }

const utf8Names = 0x800
const sizesAfterData = 8
const END_BYTES = 22

/** For tests: a zip file with these entries, headers and all, written as they are told. */
export function inventedZip(entries: InventedEntry[]): Buffer<ArrayBuffer> {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const { name, packed, told } = layOut(entry)
    const { headerAt = offset, extra = Buffer.alloc(0), comment = '', toldAfter } = entry
    directory.push(directoryEntry(entry, told, headerAt), name, Buffer.from(extra), Buffer.from(comment))
    if (entry.headerAt !== undefined) continue
    const inHeader = toldAfter === undefined ? told : { crc: 0, packedSize: 0, size: 0 }
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), header(entry, inHeader), name, packed])
    const after = toldAfter === undefined ? Buffer.alloc(0) : descriptor({ ...told, ...toldAfter })
    files.push(local, after)
    offset += local.length + after.length
  }
  const listed = Buffer.concat(directory)
  return Buffer.concat([...files, listed, endOfDirectory(entries.length, listed.length, offset)])
}

function layOut({ name, content = '', stored = false, ...told }: InventedEntry) {
  const bytes = Buffer.from(content)
  const packed = Buffer.from(told.packed ?? (stored ? bytes : deflateRawSync(bytes)))
  const { crc = crc32(bytes), packedSize = packed.length, size = bytes.length } = told
  return { name: Buffer.from(name), packed, told: { crc, packedSize, size } }
}

/** The part that a local header and the directory share: version to extra length. */
function header({ name, stored, flags = 0, method, toldAfter }: InventedEntry, told: Told): Buffer {
  const shared = Buffer.alloc(26)
  shared.writeUInt16LE(20, 0)
  shared.writeUInt16LE(flags | utf8Names | (toldAfter === undefined ? 0 : sizesAfterData), 2)
  shared.writeUInt16LE(method ?? (stored ? 0 : 8), 4)
  shared.writeUInt32LE(told.crc, 10)
  shared.writeUInt32LE(told.packedSize, 14)
  shared.writeUInt32LE(told.size, 18)
  shared.writeUInt16LE(Buffer.byteLength(name), 22)
  return shared
}

function directoryEntry(entry: InventedEntry, told: Told, headerAt: number): Buffer {
  const { extra = '', comment = '' } = entry
  const shared = header(entry, told)
  shared.writeUInt16LE(extra.length, 24)
  const tail = Buffer.alloc(14)
  tail.writeUInt16LE(Buffer.byteLength(comment), 0)
  tail.writeUInt32LE(headerAt, 10)
  return Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, tail])
}

function descriptor({ crc, packedSize, size }: Told): Buffer {
  const after = Buffer.alloc(16)
  after.write('PK\x07\x08', 'latin1')
  after.writeUInt32LE(crc, 4)
  after.writeUInt32LE(packedSize, 8)
  after.writeUInt32LE(size, 12)
  return after
}

function endOfDirectory(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(END_BYTES)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(length, 12)
  end.writeUInt32LE(offset, 16)
  return end
}

/** For tests: the same zip with the end of a zip64 directory, which says what is told of count and place. */
export function withZip64End(zip: Uint8Array, told: { count: bigint; directoryAt: bigint }): Buffer {
  const [before, end] = [zip.subarray(0, -END_BYTES), zip.subarray(-END_BYTES)]
  const record = Buffer.alloc(56)
  record.write('PK\x06\x06', 'latin1')
  record.writeBigUInt64LE(44n, 4)
  record.writeBigUInt64LE(told.count, 24)
  record.writeBigUInt64LE(told.count, 32)
  record.writeBigUInt64LE(told.directoryAt, 48)
  const locator = Buffer.alloc(20)
  locator.write('PK\x06\x07', 'latin1')
  locator.writeBigUInt64LE(BigInt(before.length), 8)
  return Buffer.concat([before, record, locator, end])
}

/** For tests: the extra field of zip64, whose sizes and place count where the ordinary ones are 0xffffffff. */
export function zip64Field(...values: bigint[]): Buffer {
  const field = Buffer.alloc(4 + 8 * values.length)
  field.writeUInt16LE(1, 0)
  field.writeUInt16LE(8 * values.length, 2)
  for (const [at, value] of values.entries()) field.writeBigUInt64LE(value, 4 + 8 * at)
  return field
}
