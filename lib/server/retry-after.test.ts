import { expect, it } from 'vitest'
import { finishPage } from './finish-page.ts'
import { answerError } from './service-errors.ts'
import { type FileAnswer, uploadHeaders } from './upload-answer.ts'

type Code = NonNullable<FileAnswer['problem']>['code']
const refused = (code: Code): FileAnswer => ({
  name: 'a.txt',
  status: 'refused',
  deal: null,
  stratifications: 0,
  checks: null,
  problem: { code, message: '' },
})
const page = (digest: string) =>
  finishPage({
    status: 500,
    headers: {},
    body: Buffer.from(`<script>:E{\\"digest\\":\\"${digest}\\"}</script>`),
  })

it.each([
  ['library-busy', true],
  ['library-damaged', false],
  ['library-gone', false],
  ['library-read-only', false],
] as const)('whoever meets %s is told when to try again: %s', (code, isTold) => {
  expect('retry-after' in uploadHeaders([refused(code)])).toBe(isTold)
  expect(answerError(code).headers.has('retry-after')).toBe(isTold)
  expect('retry-after' in page(code).headers).toBe(isTold)
})

it('whoever sends too much at once is told when to try again, unless something of it was kept', () => {
  const busy = refused('upload-came-while-busy')
  expect(uploadHeaders([busy])).toEqual({ 'retry-after': '30' })
  expect(uploadHeaders([busy, { ...busy, status: 'added', problem: null }])).toEqual({})
})
