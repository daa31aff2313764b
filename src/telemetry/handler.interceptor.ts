import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Observable } from 'rxjs';
import { nameHandler } from './request-meter';

/** A request that the router has found a handler for. */
type Routed = Pick<Request, 'method'> & { readonly route: { readonly path: string } };

/** Tells the metrics which handler a request has reached, such as `GET /conversations/:contactId`. */
@Injectable()
export class HandlerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const http = context.switchToHttp();
    const { method, route } = http.getRequest<Routed>();
    nameHandler(http.getResponse<Response>(), `${method} ${route.path}`);
    return next.handle();
  }
}
