import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { faultCodeOf } from '../../../library-faults.ts'
import { LibraryFault } from '../../library-fault.ts'
import { findDiskFault } from './disk-fault.ts'
import { explainSqliteFault } from './explain-sqlite-fault.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strata-fault-'))
  writeFileSync(join(folder, 'library.sqlite'), '')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const sqlite = (code: string, message = 'words') => new SqliteDatabase.SqliteError(message, code)

describe('explainSqliteFault', () => {
  it.each([
    ['SQLITE_FULL', 'library-full'],
    ['SQLITE_READONLY', 'library-read-only'],
    ['SQLITE_READONLY_DIRECTORY', 'library-read-only'],
    ['SQLITE_READONLY_DBMOVED', 'library-gone'],
    ['SQLITE_BUSY', 'library-busy'],
    ['SQLITE_BUSY_SNAPSHOT', 'library-busy'],
    ['SQLITE_LOCKED', 'library-busy'],
    ['SQLITE_IOERR_RDLOCK', 'library-busy'],
    ['SQLITE_CORRUPT', 'library-damaged'],
    ['SQLITE_CORRUPT_VTAB', 'library-damaged'],
    ['SQLITE_NOTADB', 'library-damaged'],
    ['SQLITE_IOERR_SHORT_READ', 'library-damaged'],
  ])('knows %s for %s', (code, meaning) => {
    expect(explainSqliteFault(sqlite(code), folder)?.code).toBe(meaning)
  })

  it('gives the cause in one line, with its code', () => {
    const fault = explainSqliteFault(sqlite('SQLITE_FULL', 'database or disk\nis full'), folder)
    expect(fault?.message).toBe('SqliteError: database or disk is full (SQLITE_FULL)')
  })

  it('takes a database without the library’s tables for a damaged one', () => {
    expect(explainSqliteFault(sqlite('SQLITE_ERROR', 'no such table: filing'), folder)?.code).toBe(
      'library-damaged',
    )
  })

  it.each(['SQLITE_IOERR_WRITE', 'SQLITE_CANTOPEN'])('asks the file system what %s means', code => {
    rmSync(folder, { recursive: true })
    expect(explainSqliteFault(sqlite(code), folder)?.code).toBe('library-gone')
  })

  it('blames the disk for a write that failed though nothing else is wrong', () => {
    expect(explainSqliteFault(sqlite('SQLITE_IOERR_FSYNC'), folder)?.code).toBe('library-damaged')
  })

  it.each([
    ['a bug', new TypeError('x is not a function')],
    ['a query that is wrong', sqlite('SQLITE_ERROR', 'near "selct": syntax error')],
    ['a broken rule of the schema', sqlite('SQLITE_CONSTRAINT_UNIQUE')],
    ['a lack of memory', sqlite('SQLITE_IOERR_NOMEM')],
    ['too many open files', sqlite('SQLITE_CANTOPEN')],
    ['what is no error', 'text'],
  ])('does not blame the library for %s', (_, fault) => {
    expect(explainSqliteFault(fault, folder)).toBeNull()
  })
})

describe('faultCodeOf', () => {
  it('knows a fault of the library by what it says, for bundlers copy its class', () => {
    const copy = Object.assign(new Error('words'), { name: 'LibraryFault', code: 'library-full' })
    expect([faultCodeOf(copy), faultCodeOf(new LibraryFault('library-busy', 'words'))]).toEqual([
      'library-full',
      'library-busy',
    ])
    expect([faultCodeOf(sqlite('library-full')), faultCodeOf(null)]).toEqual([null, null])
  })
})

describe('findDiskFault', () => {
  it('finds nothing wrong with a folder that can be written, and leaves nothing there', () => {
    expect(findDiskFault(folder)).toBeNull()
    rmSync(join(folder, 'library.sqlite'))
    expect(() => rmSync(folder, { recursive: false })).toThrow()
  })

  it('tells a library that is missing from one that is a folder', () => {
    rmSync(join(folder, 'library.sqlite'))
    expect(findDiskFault(folder)?.code).toBe('library-gone')
    mkdirSync(join(folder, 'library.sqlite'))
    expect(findDiskFault(folder)?.code).toBe('library-damaged')
  })
})
