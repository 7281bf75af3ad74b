import { useEffect, useState } from "preact/hooks";
import type { SessionAnswer } from "../api/types.ts";
import { instantNow } from "../time/clock.ts";
import { momentOf } from "../time/japan-time.ts";

const escaped = (text: string) => text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const tile = (line: string): string => {
  const text = `<text x="8" y="120" transform="rotate(-20 8 120)" font-family="sans-serif" font-size="15" fill="#000" fill-opacity="0.085">${escaped(line)}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="420" height="150">${text}</svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
};

/** Who looks, from where and when: behind everything on the screen and at the head of every printed page. */
export const Watermark = ({
  who,
}: {
  readonly who: Pick<SessionAnswer, "officer" | "departmentLabel" | "terminal">;
}) => {
  const [at, setAt] = useState(instantNow);
  useEffect(() => {
    const timer = setInterval(() => setAt(instantNow()), 60_000);
    return () => clearInterval(timer);
  }, []);
  const line = `${who.officer} ${who.departmentLabel} ${momentOf(at).slice(0, 16)}`;
  return (
    <>
      <div class="watermark" aria-hidden="true" data-mark={line} style={{ backgroundImage: tile(line) }} />
      <p class="print-mark" aria-hidden="true">
        国年 監査 — 表示・印刷した人 {line} 端末 {who.terminal}
      </p>
    </>
  );
};
