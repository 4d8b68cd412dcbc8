import type { PackedFile } from '../filing/packed-file.ts'
import type { RefusalCode } from '../issues.ts'
import { heldBytesOf } from './arriving-file.ts'
import type { ByteRoom, Hold } from './byte-room.ts'

export type Opened = { bytes: Uint8Array | PackedFile } | { problem: RefusalCode }

/**
 * Open what takes at most so many bytes once there is room for them; what is opened keeps the room that it takes, and a
 * problem none. `upload-came-while-busy` where none came free in time.
 */
export async function openInRoom(
  room: ByteRoom,
  mostBytes: number,
  open: () => Promise<Opened>,
): Promise<{ bytes: Uint8Array | PackedFile; hold: Hold } | { problem: RefusalCode }> {
  const hold = room.hold()
  if (!(await hold.take(mostBytes))) return { problem: 'upload-came-while-busy' }
  const opened = await open()
  if ('bytes' in opened) {
    hold.shrinkTo(heldBytesOf(opened.bytes))
    return { ...opened, hold }
  }
  hold.release()
  return opened
}
