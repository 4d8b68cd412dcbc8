/**
 * When a thread of this process last got on with writing, in milliseconds since 1970, shared by those threads. Who waits
 * for the library can so tell the writing of a large filing, which ends by itself, from another program's lock.
 */
let last = new BigInt64Array(newProgress())

/** What threads have to be given to share it. */
export function newProgress(): SharedArrayBuffer {
  return new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT)
}

/** From now on this thread shares it with those that were given the same. */
export function shareProgress(progress: SharedArrayBuffer): void {
  last = new BigInt64Array(progress)
}

export function markProgress(): void {
  Atomics.store(last, 0, BigInt(Date.now()))
}

export function lastProgressAt(): number {
  return Number(Atomics.load(last, 0))
}
