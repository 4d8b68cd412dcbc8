import SqliteDatabase from 'better-sqlite3'
import { expect, it } from 'vitest'
import { foldWords } from './fold-words.ts'

/** The words that SQLite finds in a text. */
function wordsOfSqlite(text: string): string[] {
  const database = new SqliteDatabase(':memory:')
  database.exec(`
    create virtual table texts using fts5 (words, tokenize = 'unicode61 remove_diacritics 2');
    create virtual table found using fts5vocab (texts, instance)`)
  database.prepare('insert into texts (words) values (?)').run(text)
  const words = database.prepare<[], string>('select term from found order by offset').pluck().all()
  database.close()
  return words
}

it.each([
  'Fernhill Trust, Series 2003-2',
  'CRÉDIT FONCIER — Société Générale; Zürich; Łódź; Århus; Ångström; Đông',
  'Tiếng Việt: phở, ngã, Hữu Nghị',
  'e\u0301clair I\u0302le re\u0301sume\u0301',
  'O’Neill & Sons’ “B&B” 7.5% $1,234,567.89 333-12345-01',
  'ΟΔΟΣ Ελλάδα; Москва, Йошкар; 日本 東京 2003年',
  'ﬁrst ½ ² Ⅳ _under_score_ a_b x\u00ADy z\u200Bw',
  'İstanbul ISTANBUL ıstanbul ẞ straße',
])('finds the words that SQLite finds: %s', text => {
  expect(foldWords(text)).toEqual(wordsOfSqlite(text))
})
