import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readFiling } from '../../read-filing.ts'

const fixture = path.join(import.meta.dirname, '../../fixtures/single-blanks/source.txt')
const printed = readFileSync(fixture, 'utf8').trimEnd()

function read(source: string) {
  const answer = readFiling(Buffer.from(source), 'lines')
  if ('refusal' in answer) throw new Error(answer.refusal.message)
  return answer.report.stratifications.map(({ title, columns, buckets, total }) => ({
    title,
    columns: columns.map(({ measure, header }) => [measure, header]),
    rows: buckets.map(({ label, range, values }) => ({ label, range, values })),
    total: total?.values,
  }))
}

const paragraphs = printed.split(/\n{2,}/)
const inHtml = (body: string) => `<html><body>${body}</body></html>`

describe('rows of HTML with single blanks', () => {
  test.each([
    [
      'broken lines of paragraphs',
      paragraphs.map(one => `<p>${one.replaceAll('\n', '<br>\n')}</p>`).join('\n'),
    ],
    ['broken lines of one', `<p>${printed.replaceAll('\n', '<br/>')}</p>`],
    [
      'paragraphs of their own',
      paragraphs.map(one => `<p>${one.replaceAll('\n', '</p>\n<p>')}</p>`).join('\n<p>&nbsp;</p>\n'),
    ],
  ])('are read as those of text are: %s', (_, body) => {
    const tables = read(inHtml(body))
    expect(tables.length).toBeGreaterThan(0)
    expect(tables).toEqual(read(printed))
  })
})
