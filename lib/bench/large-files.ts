import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { findFamily, printLargeFiling } from '../fixtures/large-filings.ts'
import { root } from './site.ts'
import type { Timed } from './speed-beside.ts'

/** A large real submission without a pool table, where it lies beside the project. */
const remittance = path.join(root, '../shared/filings/rfmsi-2000-8k-remittance.nc.gz')
const remittanceBytes = 2_400_000
const htmlBytes = 5_000_000

/** A servicer's report of so many bytes: prose and statements, tables that split nothing. */
export function printRemittance(bytes: number): Uint8Array {
  const page = [
    '<PAGE>',
    '                     INVENTED MORTGAGE SECURITIES, INC.',
    '            STATEMENT TO CERTIFICATEHOLDERS, DISTRIBUTION DATE 05/25/2000',
    '',
    '  CLASS        BEGINNING BALANCE      PRINCIPAL       INTEREST     ENDING BALANCE',
    '  -------------------------------------------------------------------------------',
    ...Array.from({ length: 24 }, (_, row) => {
      const balance = (41_000_000.37 + row * 1_234_567.89).toFixed(2)
      return `  A-${String(row + 1).padEnd(6)} ${balance.padStart(20)} ${'412,019.33'.padStart(14)} ${'250,114.08'.padStart(14)} ${balance.padStart(18)}`
    }),
    '',
    '  The servicer has advanced what borrowers did not pay by the determination date.',
    '',
  ].join('\n')
  return Buffer.from(page.repeat(Math.ceil(bytes / page.length)))
}

/** The large files that reading is measured on: an HTML exhibit of 5 MB and a remittance submission of 2.4 MB. */
export function largeFiles(): Timed[] {
  const submission = existsSync(remittance)
    ? gunzipSync(readFileSync(remittance))
    : printRemittance(remittanceBytes)
  const html = Buffer.from(printLargeFiling(findFamily('html-everything'), htmlBytes))
  return [
    { name: 'html-5-mb', bytes: html, medium: 'html' },
    { name: 'remittance-2.4-mb', bytes: submission, medium: 'text' },
  ]
}
