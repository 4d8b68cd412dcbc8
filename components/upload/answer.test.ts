import { expect, test } from 'vitest'
import { readAnswer } from './answer.ts'

const added = {
  name: 'a.txt',
  status: 'added',
  deal: { slug: 'a-1', url: '/deals/a-1', name: 'A 1' },
  stratifications: 9,
  checks: { passed: 159, failed: 0 },
  problem: null,
}

test('gives back what became of each file', () => {
  expect(readAnswer(201, JSON.stringify({ files: [added] }))).toEqual({ files: [added] })
})

test('keeps the reason of a refusal', () => {
  const problem = { code: 'file-is-a-pdf', message: 'This is a PDF.' }
  const refused = { name: 'a.pdf', status: 'refused', deal: null, stratifications: 0, checks: null, problem }
  expect(readAnswer(422, JSON.stringify({ files: [refused] }))).toEqual({ files: [refused] })
})

test('takes a file that found no room for one to send again, in the server’s words', () => {
  const problem = { code: 'upload-came-while-busy', message: 'Strata holds as many files as it can.' }
  const refused = { name: 'a.txt', status: 'refused', deal: null, stratifications: 0, checks: null, problem }
  expect(readAnswer(503, JSON.stringify({ files: [refused] }))).toEqual({
    failure: problem.message,
    final: false,
  })
})

test('gives the words of an error, and says whether to try again', () => {
  const body = JSON.stringify({ error: { code: 'too-large', message: 'Too large.', detail: null } })
  expect(readAnswer(413, body)).toEqual({ failure: 'Too large.', final: true })
  expect(readAnswer(503, body)).toMatchObject({ final: false })
  expect(readAnswer(429, body)).toMatchObject({ final: false })
})

test.each([[''], ['<html>'], ['{}'], ['null'], ['{"files":[]}'], ['{"files":[{"name":1}]}']])(
  'takes an answer it cannot read, %j, for a failure that may pass',
  body => expect(readAnswer(200, body)).toMatchObject({ final: false }),
)

test('follows no address that leads elsewhere', () => {
  const elsewhere = { ...added, deal: { slug: 'a', url: 'https://example.com/' } }
  expect(readAnswer(201, JSON.stringify({ files: [elsewhere] }))).toMatchObject({ files: [{ deal: null }] })
})
