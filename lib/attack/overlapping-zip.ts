import { inventedZip } from '../testing/invented-zip.ts'

const directoryMark = Buffer.from('PK\x01\x02')
const endMark = Buffer.from('PK\x05\x06')

/** A zip whose directory names one packed file so many times: what is packed once opens as often as it is named. */
export function overlappingZip(count: number, content: Uint8Array): Buffer {
  const single = inventedZip([{ name: 'exhibit.txt', content }])
  const directoryAt = single.lastIndexOf(directoryMark)
  const endAt = single.lastIndexOf(endMark)
  const entry = single.subarray(directoryAt, endAt)
  const end = Buffer.from(single.subarray(endAt))
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(entry.length * count, 12)
  return Buffer.concat([single.subarray(0, directoryAt), ...Array.from({ length: count }, () => entry), end])
}
