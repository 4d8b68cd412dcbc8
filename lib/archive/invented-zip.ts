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
}

const utf8Names = 0x800

/** For tests: a zip file with these entries, headers and all, written as they are told. */
export function inventedZip(entries: InventedEntry[]): Buffer<ArrayBuffer> {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const { header, name, packed } = layOut(entry)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), header, name, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), header, tail, name)
    files.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  return Buffer.concat([...files, listed, endOfDirectory(entries.length, listed.length, offset)])
}

/** The part that a local header and the directory share: version to extra length. */
function layOut({ name, content = '', stored = false, ...told }: InventedEntry) {
  const bytes = Buffer.from(content)
  const packed = Buffer.from(told.packed ?? (stored ? bytes : deflateRawSync(bytes)))
  const nameBytes = Buffer.from(name)
  const header = Buffer.alloc(26)
  header.writeUInt16LE(20, 0)
  header.writeUInt16LE((told.flags ?? 0) | utf8Names, 2)
  header.writeUInt16LE(told.method ?? (stored ? 0 : 8), 4)
  header.writeUInt32LE(told.crc ?? crc32(bytes), 10)
  header.writeUInt32LE(told.packedSize ?? packed.length, 14)
  header.writeUInt32LE(told.size ?? bytes.length, 18)
  header.writeUInt16LE(nameBytes.length, 22)
  return { header, name: nameBytes, packed }
}

function endOfDirectory(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(length, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
