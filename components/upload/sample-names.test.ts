import { expect, test } from 'vitest'
import { sampleNames } from './sample-names.ts'

test('gives the file names of the index', () => {
  expect(sampleNames([{ file: 'a-2002.txt', title: 'A' }, { file: 'b.htm' }])).toEqual([
    'a-2002.txt',
    'b.htm',
  ])
})

test('leads nowhere but into the folder of the samples', () => {
  const files = ['../secret', 'a/b.txt', '.hidden', '', 'c.txt?x', 3, null]
  expect(sampleNames(files.map(file => ({ file })))).toEqual([])
})

test.each([[null], ['x'], [[]], [[null, 'x']], [{ file: 'x' }]])('has none in %j', index => {
  expect(sampleNames(index)).toEqual([])
})
