# What surrounds the services in docker-compose.yml: the token issuer and the job that applies the topics. For one
# machine only; nothing of it is in a service's image.
ARG PYTHON=python:3.11-slim

FROM ${PYTHON} AS dependencies
ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_NO_CACHE=1
RUN pip install --no-cache-dir --quiet uv
COPY requirements.lock ./
RUN python3 -m venv --without-pip /opt/kith \
 && uv pip install --quiet --python /opt/kith/bin/python --require-hashes -r requirements.lock

FROM ${PYTHON}
COPY --from=dependencies /opt/kith /opt/kith
WORKDIR /app
COPY shared ./shared
COPY services/__init__.py ./services/
COPY deploy ./deploy
RUN useradd --no-create-home --uid 10001 kith && install -d -o 10001 /keys
ENV PATH=/opt/kith/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=/app
USER 10001
VOLUME /keys
ENTRYPOINT ["python", "-m"]
