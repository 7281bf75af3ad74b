import type { SessionAnswer } from "../api/types.ts";
import { momentOf } from "../time/japan-time.ts";
import { hashOf } from "./hash.ts";
import { type ScreenName, screens } from "./screen-names.ts";

interface HeaderProps {
  readonly who: SessionAnswer;
  readonly menu: readonly ScreenName[];
  readonly screen: ScreenName;
  readonly lock: () => void;
  readonly signOut: () => void;
  readonly help: () => void;
}

/** The ward's system, who looks, and the ways to the screens. */
export const Header = ({ who, menu, screen, lock, signOut, help }: HeaderProps) => (
  <header class="top">
    <div class="top-bar">
      <p class="brand">
        <span class="brand-mark" aria-hidden="true">
          国年
        </span>
        監査の画面
      </p>
      <dl class="who">
        <div>
          <dt>職員</dt>
          <dd>{who.officer}</dd>
        </div>
        <div>
          <dt>所属</dt>
          <dd>
            {who.departmentLabel}({who.roleLabels.join("・")})
          </dd>
        </div>
        {who.endsAt !== null && (
          <div>
            <dt>期限</dt>
            <dd>{momentOf(who.endsAt).slice(11, 16)} まで</dd>
          </div>
        )}
      </dl>
      <div class="top-actions">
        <button type="button" class="button quiet" onClick={help} aria-keyshortcuts="Shift+?">
          操作の説明
        </button>
        <button type="button" class="button quiet" onClick={lock} aria-keyshortcuts="Alt+L">
          ロック
        </button>
        <button type="button" class="button quiet" onClick={signOut}>
          サインアウト
        </button>
      </div>
    </div>
    <nav aria-label="画面">
      <ul class="menu">
        {menu.map((name, at) => (
          <li key={name}>
            <a
              href={hashOf(name)}
              aria-current={name === screen ? "page" : undefined}
              aria-keyshortcuts={`Alt+${at + 1}`}
            >
              {screens[name].title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  </header>
);
