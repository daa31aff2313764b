import { FlagNotFoundError, TypeMismatchError } from '@openfeature/server-sdk';
import type { EvaluationContext, Provider, ResolutionDetails } from '@openfeature/server-sdk';
import { FEATURES } from '../feature';
import type { Feature } from '../feature';
import { evaluateFeature } from './evaluate-feature';
import type { GrowthState } from './growth-state';

/** Lets OpenFeature decide by the settings and what an operator has changed since. */
export class FlagProvider implements Provider {
  readonly runsOn = 'server';
  readonly metadata = { name: 'jorge-bots' };

  /** @param state as of now, whenever it is asked for. */
  constructor(private readonly state: () => GrowthState) {}

  resolveBooleanEvaluation(
    flagKey: string,
    _defaultValue: boolean,
    { targetingKey, source }: EvaluationContext,
  ): Promise<ResolutionDetails<boolean>> {
    if (!isFeature(flagKey)) return Promise.reject(new FlagNotFoundError(`there is no feature ${flagKey}`));
    const subject = { contactId: targetingKey ?? '', source: typeof source === 'string' ? source : null };
    const { enabled, reason } = evaluateFeature(flagKey, subject, this.state());
    return Promise.resolve({ value: enabled, reason });
  }

  resolveStringEvaluation(): Promise<never> {
    return onlyBoolean();
  }

  resolveNumberEvaluation(): Promise<never> {
    return onlyBoolean();
  }

  resolveObjectEvaluation(): Promise<never> {
    return onlyBoolean();
  }
}

function isFeature(name: string): name is Feature {
  return (FEATURES as readonly string[]).includes(name);
}

function onlyBoolean(): Promise<never> {
  return Promise.reject(new TypeMismatchError('every feature is on or off'));
}
