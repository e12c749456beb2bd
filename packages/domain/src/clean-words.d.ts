/**
 * Words as they are kept: "\n" ends a line, and no half of a surrogate pair stands alone (Yjs
 * sends those as another character than the one it keeps here).
 */
export declare const cleanWords: (words: string) => string;
