import { expect, test } from 'vitest'
import type { Answer, FileAnswer } from './answer.ts'
import { printOf } from './file-print.ts'
import type { Address } from './handed.ts'
import { UploadQueue } from './queue.ts'

type Sent = {
  file: File | Address
  progress: (share: number) => void
  answer: (answer: Answer) => Promise<void>
  cancelled: boolean
}

const nameOf = ({ file }: Sent) => ('address' in file ? file.address : file.name)

/** A queue whose sendings the test answers. */
function held() {
  const sent: Sent[] = []
  const queue = new UploadQueue((file, progress) => {
    const { promise, resolve } = Promise.withResolvers<Answer>()
    const one: Sent = {
      file,
      progress,
      cancelled: false,
      answer: async answer => {
        resolve(answer)
        await promise
        await Promise.resolve()
      },
    }
    sent.push(one)
    return {
      answer: promise,
      cancel: () => {
        one.cancelled = true
      },
    }
  })
  return {
    queue,
    sent,
    at: (index: number) => sent[index] ?? expect.fail(`nothing was sent as number ${index}`),
  }
}

const picked = (name: string, bytes = 10) => ({ file: new File([new Uint8Array(bytes)], name), path: name })
const result = (name: string, status: FileAnswer['status'] = 'added'): FileAnswer => ({
  name,
  status,
  deal: null,
  stratifications: 1,
  checks: null,
  problem: null,
})
const standings = (queue: UploadQueue) => queue.rows.map(row => row.standing.is)

test('sends at most three at once, and the next when one has come to an end', async () => {
  const { queue, sent, at } = held()
  queue.add(['a', 'b', 'c', 'd', 'e'].map(name => picked(name)))
  expect(sent.map(nameOf)).toEqual(['a', 'b', 'c'])
  await at(1).answer({ files: [result('b')] })
  expect(sent.map(nameOf)).toEqual(['a', 'b', 'c', 'd'])
  expect(standings(queue)).toEqual(['sending', 'done', 'sending', 'sending', 'waiting'])
})

test('refuses an empty and an oversized file without sending them, and sends the rest', () => {
  const { queue, sent } = held()
  queue.add([picked('empty', 0), picked('huge', 50 * 1024 * 1024 + 1), picked('good')])
  expect(sent.map(nameOf)).toEqual(['good'])
  const codes = queue.rows.map(row => row.standing.is === 'done' && row.standing.answer.problem?.code)
  expect(codes).toEqual(['file-is-empty', 'file-is-too-large', false])
})

test('keeps the others going when one is refused or fails', async () => {
  const { queue, at } = held()
  queue.add(['a', 'b', 'c'].map(name => picked(name)))
  await at(0).answer({ files: [result('a', 'refused')] })
  await at(1).answer({ failure: 'The connection broke.', final: false })
  await at(2).answer({ files: [result('c')] })
  expect(standings(queue)).toEqual(['done', 'failed', 'done'])
})

test('sends a failed file again when asked', async () => {
  const { queue, sent, at } = held()
  queue.add([picked('a')])
  await at(0).answer({ failure: 'The connection broke.', final: false })
  queue.retry(queue.rows[0]?.id ?? 0)
  expect(sent.length).toBe(2)
  await at(1).answer({ files: [result('a')] })
  expect(standings(queue)).toEqual(['done'])
})

test('stops a cancelled file, hears nothing more of it, and goes on with the next', async () => {
  const { queue, sent, at } = held()
  queue.add(['a', 'b', 'c', 'd'].map(name => picked(name)))
  queue.cancel(queue.rows[0]?.id ?? 0)
  expect(at(0).cancelled).toBe(true)
  expect(sent.length).toBe(4)
  at(0).progress(0.5)
  await at(0).answer({ files: [result('a')] })
  expect(standings(queue)[0]).toBe('cancelled')
})

test('gives each filing of an archive a row', async () => {
  const { queue, at } = held()
  queue.add([picked('2002/pools.zip')])
  await at(0).answer({ files: [result('pools.zip › x.txt'), result('pools.zip › y.txt', 'refused')] })
  expect(queue.rows.map(row => row.name)).toEqual(['2002/pools.zip › x.txt', '2002/pools.zip › y.txt'])
  expect(new Set(queue.rows.map(row => row.id)).size).toBe(2)
})

test('clears what has come to an end and keeps what has not', async () => {
  const { queue, at } = held()
  queue.add(['a', 'b'].map(name => picked(name)))
  await at(0).answer({ files: [result('a')] })
  queue.clear()
  expect(queue.rows.map(row => row.name)).toEqual(['b'])
})

test('sends nothing of what is in the library since before', () => {
  const { queue, sent } = held()
  const [first, second] = [picked('a'), picked('b')]
  queue.add([first, second], new Set([printOf(first)]))
  expect(sent.map(nameOf)).toEqual(['b'])
  expect(standings(queue)).toEqual(['before', 'sending'])
})

test('tells files apart by path, size and date', () => {
  const file = new File(['words'], 'a.txt', { lastModified: 5 })
  const others = [
    { file, path: 'b/a.txt' },
    { file: new File(['word'], 'a.txt', { lastModified: 5 }), path: 'a.txt' },
    { file: new File(['words'], 'a.txt', { lastModified: 6 }), path: 'a.txt' },
  ]
  const same = { file: new File(['other'], 'a.txt', { lastModified: 5 }), path: 'a.txt' }
  expect(printOf(same)).toBe(printOf({ file, path: 'a.txt' }))
  expect(new Set([{ file, path: 'a.txt' }, ...others].map(printOf)).size).toBe(4)
})

test('takes an address in the place of a file, and gives the row its answer', async () => {
  const { queue, sent, at } = held()
  const accession = '0000912057-02-012345'
  const id = queue.addAddress(accession)
  expect(sent.map(nameOf)).toEqual([accession])
  await at(0).answer({ files: [result(`${accession}.txt`)] })
  expect(queue.rows).toMatchObject([{ id, name: accession, bytes: null, standing: { is: 'done' } }])
})
