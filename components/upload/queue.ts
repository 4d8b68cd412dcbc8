import { refuse } from '@/lib/issues.ts'
import type { Answer, FileAnswer } from './answer.ts'
import { printOf } from './file-print.ts'
import type { Address } from './handed.ts'
import type { Sending } from './send-file.ts'

/** How one file stands. `share` is how much of it has left, from 0 to 1; at 1 the server reads it. */
export type Standing =
  | { is: 'waiting' }
  | { is: 'sending'; share: number }
  | { is: 'done'; answer: FileAnswer }
  /** In the library since before the page was left (`progress-kept.ts`). */
  | { is: 'before' }
  | { is: 'failed'; message: string; final: boolean }
  | { is: 'cancelled' }

export type Row = {
  id: number
  name: string
  bytes: number | null
  file: File | Address
  standing: Standing
  /** What tells the file from others; rows of one archive share it. */
  print: string
}
export type Send = (file: File | Address, progress: (share: number) => void) => Sending
export type Picked = { file: File; path: string }

const mostAtOnce = 3
/** Of a loan-level exhibit, which is XML, more is taken. */
const mostBytesOf = (name: string) => (/\.xml$/i.test(name) ? 400 : 50) * 1024 * 1024

/** The files on their way into the library: at most three at once, each with an end of its own. */
export class UploadQueue {
  rows: readonly Row[] = []
  #send: Send
  #listeners = new Set<() => void>()
  #cancels = new Map<number, () => void>()
  #lastId = 0

  constructor(send: Send) {
    this.#send = send
  }

  /** Call `listener` after every change; gives back how to stop. */
  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** Take files in, those in the library since before as such; gives back the ids of their rows. */
  add(picked: readonly Picked[], before: ReadonlySet<string> = new Set()): number[] {
    const rows = picked.map(({ file, path }): Row => {
      this.#lastId += 1
      const print = printOf({ file, path })
      const standing: Standing = before.has(print) ? { is: 'before' } : firstStanding(file, path)
      return { id: this.#lastId, name: path, bytes: file.size, file, standing, print }
    })
    this.#change([...this.rows, ...rows])
    return rows.map(({ id }) => id)
  }

  /** Take an address in; gives back the id of its row. */
  addAddress(address: string): number {
    this.#lastId += 1
    const id = this.#lastId
    const file = { address }
    const row: Row = { id, name: address, bytes: null, file, standing: { is: 'waiting' }, print: address }
    this.#change([...this.rows, row])
    return id
  }

  cancel(id: number) {
    this.#cancels.get(id)?.()
    this.#cancels.delete(id)
    this.#stand(id, { is: 'cancelled' })
  }

  retry(id: number) {
    this.#stand(id, { is: 'waiting' })
  }

  /** Take away the rows that have come to an end. */
  clear() {
    this.#change(this.rows.filter(isUnderWay))
  }

  #change(rows: readonly Row[]) {
    this.rows = rows
    for (const listener of this.#listeners) listener()
    this.#startNext()
  }

  #stand(id: number, standing: Standing) {
    this.#change(this.rows.map(row => (row.id === id ? { ...row, standing } : row)))
  }

  #startNext() {
    const next = this.rows.find(row => row.standing.is === 'waiting')
    if (next && this.#cancels.size < mostAtOnce) this.#start(next)
  }

  #start({ id, file }: Row) {
    const sending = this.#send(file, share => this.#progress(id, share))
    this.#cancels.set(id, sending.cancel)
    sending.answer.then(answer => this.#settle(id, answer))
    this.#stand(id, { is: 'sending', share: 0 })
  }

  #progress(id: number, share: number) {
    if (this.#cancels.has(id)) this.#stand(id, { is: 'sending', share })
  }

  #settle(id: number, answer: Answer) {
    if (!this.#cancels.delete(id)) return
    if ('failure' in answer) this.#stand(id, { is: 'failed', message: answer.failure, final: answer.final })
    else this.#change(this.rows.flatMap(row => (row.id === id ? this.#ended(row, answer.files) : [row])))
  }

  /** One row a result: an archive has one for each file inside, by its name in the answer, after the archive's folder. */
  #ended(row: Row, files: FileAnswer[]): Row[] {
    if (files.length === 1 && files[0]) return [{ ...row, standing: { is: 'done', answer: files[0] } }]
    const folder = row.name.slice(0, row.name.lastIndexOf('/') + 1)
    return files.map(answer => {
      this.#lastId += 1
      const standing: Standing = { is: 'done', answer }
      return { ...row, id: this.#lastId, name: folder + answer.name, bytes: null, standing }
    })
  }
}

/** Whether the row has yet to come to an end. */
export function isUnderWay({ standing }: Row): boolean {
  return standing.is === 'waiting' || standing.is === 'sending'
}

/** Only what is certain is refused here; anything else is the server's to read. */
function firstStanding(file: File, name: string): Standing {
  if (file.size > 0 && file.size <= mostBytesOf(name)) return { is: 'waiting' }
  const problem = refuse(file.size === 0 ? 'file-is-empty' : 'file-is-too-large')
  return {
    is: 'done',
    answer: { name, status: 'refused', deal: null, stratifications: 0, checks: null, problem },
  }
}
