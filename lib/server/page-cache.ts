/** What is kept: how many bytes it takes. */
export type Sized = { bytes: number }

/** In bytes: of all that is kept, and of the largest thing that may be. */
export type CacheLimits = { totalBytes: number; entryBytes: number }

/** A thing as it is found or made, and which of both. `mayKeep` false: nobody else is to get it. */
export type Made<T> = { value: T; mayKeep: boolean }
export type Found<T> = { value: T; isKept: boolean }

/**
 * Things that are costly to make, each kept under its address for as long as its version stays the same, as many as the
 * limits allow; what was asked for least lately goes first. Whoever asks for what is just being made waits for that.
 *
 * The version is the caller's to find before it asks: what is made while the version changes is kept under the old one,
 * and is never found under the new.
 */
export class PageCache<T extends Sized> {
  readonly #limits: CacheLimits
  readonly #kept = new Map<string, { version: string; value: T }>()
  readonly #underWay = new Map<string, Promise<Made<T>>>()
  #bytes = 0

  constructor(limits: CacheLimits) {
    this.#limits = limits
  }

  /** Bytes of all that is kept. */
  get bytes(): number {
    return this.#bytes
  }

  async find(address: string, version: string, make: () => Promise<Made<T>>): Promise<Found<T>> {
    const old = this.#kept.get(address)
    if (old?.version === version) {
      this.#kept.delete(address)
      this.#kept.set(address, old)
      return { value: old.value, isKept: true }
    }
    const key = `${address} ${version}`
    const others = this.#underWay.get(key)
    if (others) return { value: (await others).value, isKept: true }
    const making = make()
    this.#underWay.set(key, making)
    try {
      const { value, mayKeep } = await making
      if (mayKeep) this.#keep(address, version, value)
      return { value, isKept: false }
    } finally {
      this.#underWay.delete(key)
    }
  }

  #keep(address: string, version: string, value: T): void {
    this.#forget(address)
    if (value.bytes > this.#limits.entryBytes) return
    this.#kept.set(address, { version, value })
    this.#bytes += value.bytes
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#limits.totalBytes) return
      this.#forget(oldest)
    }
  }

  #forget(address: string): void {
    this.#bytes -= this.#kept.get(address)?.value.bytes ?? 0
    this.#kept.delete(address)
  }
}
