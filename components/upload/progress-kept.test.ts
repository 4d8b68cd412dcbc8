import { expect, test } from 'vitest'
import type { FileAnswer } from './answer.ts'
import { keepProgress, leastToKeep, readKept } from './progress-kept.ts'
import type { Row, Standing } from './queue.ts'
import { pickRows } from './queue-panel.tsx'

function newStore() {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}
const answered = (status: FileAnswer['status']): Standing => ({
  is: 'done',
  answer: { name: 'x', status, deal: null, stratifications: 0, checks: null, problem: null },
})
const row = (print: string, standing: Standing): Row => ({
  id: 1,
  name: print,
  bytes: 1,
  file: new File(['x'], print),
  standing,
  print,
})
const many = (standing: Standing, count = leastToKeep) =>
  Array.from({ length: count }, (_, at) => row(`m${at}`, standing))

test('keeps what is in the library, and sends the rest again', () => {
  const store = newStore()
  const rows = [
    row('added', answered('added')),
    row('known', answered('known')),
    row('before', { is: 'before' }),
    row('refused', answered('refused')),
    row('archive', answered('added')),
    row('archive', answered('refused')),
    row('failed', { is: 'failed', message: 'No.', final: false }),
    ...many({ is: 'waiting' }),
  ]
  keepProgress(rows, store)
  expect(readKept(store)).toEqual({ files: rows.length, done: new Set(['added', 'known', 'before']) })
})

test('forgets an upload that has come to its end, and keeps nothing of a short one', () => {
  const store = newStore()
  keepProgress(many({ is: 'waiting' }), store)
  expect(readKept(store)).toEqual({ files: leastToKeep, done: new Set() })
  keepProgress(many(answered('added')), store)
  expect(readKept(store)).toBeNull()
  keepProgress(many({ is: 'waiting' }, leastToKeep - 1), store)
  expect(store.kept.size).toBe(0)
})

test('goes on where the browser keeps nothing', () => {
  const refusing = {
    getItem: () => {
      throw new Error('not allowed')
    },
    setItem: () => {
      throw new Error('no room')
    },
    removeItem: () => undefined,
  }
  keepProgress(many({ is: 'waiting' }), refusing)
  expect(readKept(refusing)).toBeNull()
})

test('of thousands of rows draws those that say something the counts do not', () => {
  const rows = [
    ...many(answered('added'), 5000),
    row('bad', answered('refused')),
    row('on its way', { is: 'sending', share: 0.5 }),
    ...many({ is: 'waiting' }, 5000),
  ]
  expect(pickRows(rows).map(({ print }) => print)).toEqual(['bad', 'on its way'])
  expect(pickRows(rows.slice(0, 50))).toHaveLength(50)
  expect(pickRows(many(answered('refused'), 5000)).length).toBeLessThan(1000)
})
