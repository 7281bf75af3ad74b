/** 参考 (the ward's reading) or 確定 (日本年金機構 has settled it). */
export type Standing = "provisional" | "confirmed";
