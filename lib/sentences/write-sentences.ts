import { writeFileSync } from 'node:fs'
import { printSentences, sentencesFile } from './list-sentences.ts'

/**
 * Write `sentences.txt` anew from the sources:
 *
 * > node lib/sentences/write-sentences.ts
 */
writeFileSync(sentencesFile, printSentences())
