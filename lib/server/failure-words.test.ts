import { expect, test } from 'vitest'
import { libraryFaultWording } from '../library-faults.ts'
import { finishPage } from './finish-page.ts'

const finished = (status: number, page: string) => {
  const { body, ...answer } = finishPage({ status, headers: {}, body: Buffer.from(page) })
  return { status: answer.status, page: body.toString('utf8') }
}
const failed = (data: string) =>
  `<html><body><script>self.__next_f.push([1,${JSON.stringify(data)}])</script>`

test('a page that the library’s fault kept from being drawn says which, with its status', () => {
  const { status, page } = finished(500, failed('14:E{"digest":"library-full"}\n'))
  expect([status, page.includes(libraryFaultWording['library-full'])]).toEqual([507, true])
  expect(finished(500, failed('14:E{"digest":"library-gone"}\n')).status).toBe(503)
})

test.each([
  ['another failure', failed('14:E{"digest":"1234567"}\n')],
  ['an unknown code', failed('14:E{"digest":"library-haunted"}\n')],
  ['a filing that prints the same', failed(JSON.stringify(':E{"digest":"library-gone"}'))],
])('%s stays a failure of Strata’s own', (_, page) => {
  const answer = finished(500, page)
  expect([answer.status, answer.page.includes('Something went wrong in Strata')]).toEqual([500, true])
})

test('a page that was drawn is left as it is, whatever it prints', () => {
  expect(finished(200, failed('14:E{"digest":"library-gone"}\n')).status).toBe(200)
})
