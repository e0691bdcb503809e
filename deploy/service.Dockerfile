# One recipe for four images: docker build -f deploy/service.Dockerfile --build-arg SERVICE=triage .
#
# An image holds shared/ and one service; the others are not there to be imported, nor is anything of deploy/. The
# code lies beside the dependencies rather than being installed as a package: nothing has to be fetched to build one.
# Triage that is to work off runs over its history takes --build-arg LOCK=requirements-analytics.lock: 0.3 GB.
ARG PYTHON=python:3.11-slim

FROM ${PYTHON} AS dependencies
ARG LOCK=requirements.lock
ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_NO_CACHE=1
RUN pip install --no-cache-dir --quiet uv
COPY ${LOCK} ./
RUN python3 -m venv --without-pip /opt/kith \
 && uv pip install --quiet --python /opt/kith/bin/python --require-hashes -r ${LOCK}

FROM ${PYTHON}
ARG SERVICE
RUN test -n "${SERVICE}" || { echo "say which service: --build-arg SERVICE=triage"; exit 1; }
COPY --from=dependencies /opt/kith /opt/kith
WORKDIR /app
COPY shared ./shared
COPY services/__init__.py ./services/
COPY services/${SERVICE} ./services/${SERVICE}
# An entry point in exec form has no variables, so the service's name is written down here.
RUN printf 'import runpy\n\nrunpy.run_module("services.%s", run_name="__main__", alter_sys=True)\n' "${SERVICE}" > run.py \
 && /opt/kith/bin/python -m compileall -q . \
 && useradd --no-create-home --uid 10001 kith \
 && install -d -m 700 -o 10001 /contact-keys /photos
ENV PATH=/opt/kith/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=/app
USER 10001
EXPOSE 8000
HEALTHCHECK --interval=5s --timeout=5s --retries=6 --start-period=30s \
  CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/health/ready', timeout=4)"]
ENTRYPOINT ["python", "run.py"]
