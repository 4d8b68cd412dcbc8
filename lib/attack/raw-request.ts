import { connect, type Socket } from 'node:net'
import { pause } from './pause.ts'

/** What came back on a connection: all of it as latin-1 text, and the status of its first answer, 0 where there is none. */
export type RawAnswer = { status: number; text: string; ms: number; fault: string | null }

/** Send bytes as they are and read until the other side is done, or `mostMs` are over. Never throws. */
export function sendRaw(port: number, bytes: string | Uint8Array, mostMs: number): Promise<RawAnswer> {
  return new Promise(resolve => {
    const start = performance.now()
    const socket = connect(port, '127.0.0.1')
    const timer = setTimeout(() => end('no end of the answer'), mostMs)
    const parts: Buffer[] = []
    let isOver = false
    function end(fault: string | null): void {
      if (isOver) return
      isOver = true
      clearTimeout(timer)
      socket.destroy()
      const text = Buffer.concat(parts).toString('latin1')
      const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(text)?.[1] ?? 0)
      resolve({ status, text, ms: performance.now() - start, fault })
    }
    socket.on('data', part => parts.push(part))
    socket.on('error', fault => end(fault.message))
    socket.on('end', () => end(null))
    socket.on('close', () => end(null))
    socket.write(bytes)
  })
}

/** An open connection whose faults are nobody's. */
export function openSocket(port: number): Socket {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.resume()
  return socket
}

/** Send bytes a few at a time, until all are sent or the connection is gone. */
export async function trickle(
  socket: Socket,
  bytes: Uint8Array,
  step: number,
  everyMs: number,
): Promise<void> {
  for (let at = 0; at < bytes.length && socket.writable; at += step) {
    socket.write(bytes.subarray(at, at + step))
    await pause(everyMs)
  }
}
