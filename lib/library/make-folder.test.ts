import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { faultCodeOf } from '../library-faults.ts'
import { makeFolder } from './make-folder.ts'

let parent = ''
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'strata-folder-'))
})
afterEach(() => rmSync(parent, { recursive: true }))

function faultOf(folder: string): { code: string | null; words: string } {
  try {
    makeFolder(folder)
  } catch (fault) {
    return { code: faultCodeOf(fault), words: fault instanceof Error ? fault.message : '' }
  }
  return { code: null, words: '' }
}

describe('makeFolder', () => {
  it('makes a folder and those above it, through a link too, once', () => {
    mkdirSync(join(parent, 'elsewhere'))
    symlinkSync(join(parent, 'elsewhere'), join(parent, 'link'))
    const folder = join(parent, 'link/a/b')
    for (let turn = 0; turn < 2; turn++) expect(faultOf(folder).code).toBeNull()
    expect(statSync(join(parent, 'elsewhere/a/b')).isDirectory()).toBe(true)
  })

  it.each(['', '/below'])('says that there is a link to no folder%s', below => {
    symlinkSync(join(parent, 'nowhere'), join(parent, 'link'))
    const { code, words } = faultOf(join(parent, `link${below}`))
    expect(code).toBe('library-has-no-folder')
    expect(words).toBe(`${join(parent, 'link')} is a link to no folder`)
  })

  it.each(['', '/below/it'])('says that there is a file%s', below => {
    writeFileSync(join(parent, 'file'), '')
    expect(faultOf(join(parent, `file${below}`)).code).toBe('library-has-no-folder')
  })

  it.skipIf(process.platform !== 'linux').each(['/proc/x', '/proc/x/y/z'])(
    'says at once that the system makes none at %s',
    folder => {
      const { code, words } = faultOf(folder)
      expect(code).toMatch(/^library-(has-no-folder|read-only)$/)
      expect(words).toContain("mkdir '/proc/x'")
    },
  )
})
