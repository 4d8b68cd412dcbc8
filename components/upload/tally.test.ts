import { expect, test } from 'vitest'
import type { FileAnswer } from './answer.ts'
import type { Row, Standing } from './queue.ts'
import { tally } from './tally.ts'

function row(id: number, standing: Standing): Row {
  return { id, name: `${id}.txt`, bytes: 1, file: new File(['x'], `${id}.txt`), standing, print: `${id}` }
}
const done = (status: FileAnswer['status']): Standing => ({
  is: 'done',
  answer: { name: 'x', status, deal: null, stratifications: 0, checks: null, problem: null },
})

test('counts every ending and what is still to go', () => {
  const rows = [
    row(1, done('added')),
    row(2, done('known')),
    row(3, done('refused')),
    row(4, { is: 'sending', share: 0.5 }),
    row(5, { is: 'waiting' }),
    row(6, { is: 'before' }),
  ]
  expect(tally(rows)).toEqual({
    title: 'Reading 6 files',
    progress: '1 added, 1 already here, 1 done before, 1 refused, 2 still to go',
  })
})

test('says when all have come to an end, failures and cancellations told apart', () => {
  const rows = [row(1, { is: 'failed', message: 'no', final: false }), row(2, { is: 'cancelled' })]
  expect(tally(rows)).toEqual({ title: '2 files done', progress: '1 not sent, 1 cancelled' })
  expect(tally([row(1, done('added'))]).title).toBe('1 file done')
})
