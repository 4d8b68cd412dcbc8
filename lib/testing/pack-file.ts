import { FilePacker, type PackedFile } from '../filing/packed-file.ts'

/** Bytes as a file is packed that comes in pieces of so many of them. */
export async function packFile(bytes: Uint8Array, pieceLength = 65_536): Promise<PackedFile> {
  const packer = new FilePacker()
  for (let at = 0; at < bytes.length; at += pieceLength)
    await packer.add(bytes.subarray(at, at + pieceLength))
  return await packer.end()
}
