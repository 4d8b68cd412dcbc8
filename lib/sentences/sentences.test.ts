import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { printSentences, sentencesFile, sentencesOf } from './list-sentences.ts'

it('is the list of all sentences that people read; write-sentences.ts writes it anew', () =>
  expect(readFileSync(sentencesFile, 'utf8')).toBe(printSentences()))

it('holds strings, templates and the words between tags, with what is filled in as a sign', () => {
  const source = "const say = (n: number) => <p title='In words'>Of {n} rows <b>{n} more</b> fail.</p>"
  expect(sentencesOf(source, 'tsx')).toEqual(['Of … rows … fail.', 'In words', '… more'])
})

it('holds no classes, selectors, types or mistakes of ours', () => {
  const source = `import x from 'two words'
    type Kind = 'a type' | 'of words'
    throw new Error('never to happen')
    const y = <i className="one two">{box.querySelector('main a')}</i>`
  expect(sentencesOf(source, 'tsx')).toEqual([])
})

/** Words that the rooms of sentences once had and an analyst would not say. */
const odd = [
  /\bnone splits\b/,
  /\bnone to make\b/,
  /what is told of each/,
  /names no trust, filing/,
  /Stated in words only/,
  /its area kept true/,
  /read all the same/,
  /Line \[/,
  /\bstands so that\b/,
  /\bbears? (?:it|them) out\b/,
  /\btells? otherwise\b/,
]

it('has none of the odd ones that were reworded', () => {
  const all = printSentences()
  expect(odd.filter(words => words.test(all))).toEqual([])
})
