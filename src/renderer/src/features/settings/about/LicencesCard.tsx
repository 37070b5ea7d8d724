import type { ThirdPartyLicence } from '@shared/ipc/shell';
import { useState } from 'react';
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useLicences } from '../../../ipc/shell-queries';
import { Button } from '../../../ui/Button';
import { formatCount } from '../../../ui/format';
import { Card } from '../../../ui/Page';
import { QueryView } from '../../../ui/QueryView';
import { useLanguage } from '../../../ui/use-language';

/** Whose work the program is made of, each with its licence as it was given. */
export function LicencesCard() {
  const { t } = useTranslation();
  const language = useLanguage();
  const [isShown, setIsShown] = useState(false);
  const licences = useLicences(isShown);
  return (
    <Card
      title={t('shell.licences.title')}
      aside={
        isShown ? undefined : (
          <Button onPress={() => setIsShown(true)}>{t('shell.licences.show')}</Button>
        )
      }
    >
      <p className="-mt-2 text-quiet text-sm">{t('shell.licences.hint')}</p>
      {isShown ? (
        <div className="mt-4">
          <QueryView query={licences}>
            {(list) =>
              list.length === 0 ? (
                <p>{t('shell.licences.none')}</p>
              ) : (
                <>
                  <p className="mb-2 font-medium text-sm">
                    {t('shell.licences.count', { count: formatCount(list.length, language) })}
                  </p>
                  <ul className="max-h-96 divide-y divide-line overflow-y-auto rounded-lg border border-line">
                    {list.map((licence) => (
                      <li key={`${licence.name} ${licence.version}`}>
                        <LicenceRow licence={licence} />
                      </li>
                    ))}
                  </ul>
                </>
              )
            }
          </QueryView>
        </div>
      ) : null}
    </Card>
  );
}

function LicenceRow({ licence }: { readonly licence: ThirdPartyLicence }) {
  const { t } = useTranslation();
  return (
    <Disclosure>
      <Heading level={3}>
        <AriaButton
          slot="trigger"
          className="flex w-full items-baseline gap-3 px-3 py-2 text-left text-sm hover:bg-sunken"
        >
          <span className="min-w-0 flex-1 break-all font-medium">{licence.name}</span>
          <span className="text-quiet">{licence.version}</span>
          <span className="w-36 shrink-0 text-right text-quiet">
            {licence.licence === '' ? t('shell.licences.unstated') : licence.licence}
          </span>
        </AriaButton>
      </Heading>
      <DisclosurePanel>
        <pre className="max-h-72 overflow-auto whitespace-pre-wrap bg-page px-3 py-2 font-mono text-xs">
          {licence.text === '' ? t('shell.licences.noText') : licence.text}
        </pre>
      </DisclosurePanel>
    </Disclosure>
  );
}
