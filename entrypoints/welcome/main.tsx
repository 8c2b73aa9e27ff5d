import { render } from 'preact';
import { i18n } from '#i18n';
import { ALL_SITES } from '../../src/extension/network/host-access.ts';
import { askToRead, mayRead } from '../../src/extension/tabs/access.ts';
import { openSettings } from '../../src/extension/tabs/own-pages.ts';
import { closeThisTab } from '../../src/extension/tabs/this-tab.ts';
import { Welcome } from '../../src/ui/welcome/welcome.tsx';
import { tryOut } from '../options/try-out.ts';

const { t } = i18n;
const root = document.documentElement;
root.lang = t('popup.language');
root.dir = t('popup.direction');
document.title = t('welcome.title');
render(
  <Welcome
    tryOut={tryOut}
    mayRead={await mayRead(ALL_SITES)}
    onAsk={() => askToRead(ALL_SITES)}
    onDone={() => void closeThisTab()}
    onSettings={() => void openSettings()}
    t={t}
  />,
  document.body,
);
