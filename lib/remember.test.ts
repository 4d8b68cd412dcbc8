import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { remember } from './remember.ts'

test('asks once for a text that comes again', () => {
  let asked = 0
  const length = remember(text => {
    asked++
    return text.length
  })
  expect([length('abc'), length('abc'), length('abcd')]).toEqual([3, 3, 4])
  expect(asked).toBe(2)
})

test.each([null, undefined])('remembers that there is no answer: %s', none => {
  let asked = 0
  const nothing = remember(() => {
    asked++
    return none
  })
  expect([nothing('abc'), nothing('abc')]).toEqual([none, none])
  expect(asked).toBe(1)
})

test('forgets when many different texts come, and keeps answering', () => {
  let asked = 0
  const length = remember(text => {
    asked++
    return text.length
  })
  for (let n = 0; n < 5000; n++) expect(length(`text ${n}`)).toBe(`text ${n}`.length)
  length('text 0')
  expect(asked).toBe(5001)
})

test('keeps no long text', () => {
  let asked = 0
  const length = remember(text => {
    asked++
    return text.length
  })
  const long = 'x'.repeat(1000)
  expect([length(long), length(long)]).toEqual([1000, 1000])
  expect(asked).toBe(2)
})

test('keeps no filing in memory for a part of it in an answer', () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const firstWords = remember(text => ({ words: text.slice(0, 30) }))
  collect()
  const before = process.memoryUsage().heapUsed
  for (let n = 0; n < 100; n++) {
    const filing = `A table of a pool, number ${n}, and what is printed after it ${'x'.repeat(1_000_000)}`
    firstWords(filing.slice(0, 60))
  }
  collect()
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(10_000_000)
})
