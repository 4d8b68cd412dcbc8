/** Id of the words on what a header does, which a page with tables has once. */
export const sortWordsId = 'sort-words'
export const sortWords = 'Sorts the rows'
