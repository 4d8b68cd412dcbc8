import { readFileSync } from 'node:fs'
import { readFiling } from '../read-filing.ts'

/** Read the file named on the command line, or none, and print the most memory this process ever held, in bytes. */
const [file] = process.argv.slice(2)
if (file !== undefined) readFiling(readFileSync(file), 'measured.txt')
console.log(process.resourceUsage().maxRSS * 1024)
