"""/v1/people and /v1/networks: who is known here with their consent, and the networks there are."""

from dataclasses import replace
from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from services.networks.domain.people import Group, Person
from services.networks.entrypoints.assessment_views import AssessmentBody
from services.networks.entrypoints.http_parts import COORDINATOR, HttpParts, IdPages, Patch
from services.networks.entrypoints.merge_patch import patched
from services.networks.entrypoints.people_views import GroupBody, GroupView, PersonBody, PersonView
from shared.runtime.ids import new_id
from shared.web.identity import Principal, require
from shared.web.paging import Cursor, Limit, Page
from shared.web.preconditions import etag, if_match

Author = Annotated[Principal, Depends(require(*COORDINATOR))]


def people_routes(parts: HttpParts) -> APIRouter:
    """Return the routes of people, for coordinators."""
    router = APIRouter(prefix="/v1/people", tags=["people"], dependencies=[Depends(require(*COORDINATOR))])
    pages = IdPages(parts.secret, "people")

    def shown(person: Person, response: Response) -> PersonView:
        response.headers["ETag"] = etag(person.version)
        return PersonView.of(person)

    @router.post("", status_code=HTTPStatus.CREATED, summary="Enter a person who agreed to it")
    async def enter(body: PersonBody, response: Response) -> PersonView:
        person = Person(id=new_id(), **body.model_dump())
        await parts.stores.people.add(person)
        response.headers["Location"] = f"/v1/people/{person.id}"
        return shown(person, response)

    @router.get("", summary="List people")
    async def page(limit: Limit = 50, cursor: Cursor = None) -> Page[PersonView]:
        people = await parts.stores.people.page(pages.after(cursor), limit)
        following = pages.next([person.id for person in people], limit)
        return Page(items=[PersonView.of(person) for person in people], next=following)

    @router.get("/{person_id}", summary="Show a person")
    async def show(person_id: UUID, response: Response) -> PersonView:
        return shown(await parts.stores.people.get(person_id), response)

    @router.patch("/{person_id}", summary="Change a person's entry")
    async def change(
        person_id: UUID, patch: Patch, version: Annotated[int, Depends(if_match)], response: Response
    ) -> PersonView:
        def change_of(person: Person) -> Person:
            return replace(person, **patched(PersonBody.model_validate(person), patch).model_dump())

        return shown(await parts.do.change_person(person_id, version, change_of), response)

    @router.post("/{person_id}/withdraw", status_code=HTTPStatus.NO_CONTENT, summary="Forget a person")
    async def withdraw(person_id: UUID) -> None:
        await parts.do.withdraw_person(person_id)

    return router


def group_routes(parts: HttpParts) -> APIRouter:
    """Return the routes of networks, for coordinators: informal ones are shown to nobody else."""
    router = APIRouter(prefix="/v1/networks", tags=["networks"], dependencies=[Depends(require(*COORDINATOR))])
    pages = IdPages(parts.secret, "networks")

    def shown(group: Group, response: Response) -> GroupView:
        response.headers["ETag"] = etag(group.version)
        return GroupView.of(group, parts.clock.now().date())

    @router.post("", status_code=HTTPStatus.CREATED, summary="Enter a network")
    async def enter(body: GroupBody, response: Response) -> GroupView:
        group = Group(id=new_id(), **body.model_dump())
        await parts.stores.groups.add(group)
        response.headers["Location"] = f"/v1/networks/{group.id}"
        return shown(group, response)

    @router.get("", summary="List networks")
    async def page(limit: Limit = 50, cursor: Cursor = None) -> Page[GroupView]:
        groups = await parts.stores.groups.page(pages.after(cursor), limit)
        following = pages.next([group.id for group in groups], limit)
        today = parts.clock.now().date()
        return Page(items=[GroupView.of(group, today) for group in groups], next=following)

    @router.get("/{group_id}", summary="Show a network")
    async def show(group_id: UUID, response: Response) -> GroupView:
        return shown(await parts.stores.groups.get(group_id), response)

    @router.patch("/{group_id}", summary="Change a network's entry")
    async def change(
        group_id: UUID, patch: Patch, version: Annotated[int, Depends(if_match)], response: Response
    ) -> GroupView:
        def change_of(group: Group) -> Group:
            return replace(group, **patched(GroupBody.model_validate(group), patch).model_dump())

        return shown(await parts.do.change_group(group_id, version, change_of), response)

    @router.post("/{group_id}/assessments", status_code=HTTPStatus.CREATED, summary="Assess a network, on both axes")
    async def assess(
        group_id: UUID,
        body: AssessmentBody,
        version: Annotated[int, Depends(if_match)],
        author: Author,
        response: Response,
    ) -> GroupView:
        assessment = body.assessment(author.subject, parts.clock.now())
        return shown(await parts.do.change_group(group_id, version, lambda group: group.assessed(assessment)), response)

    return router
